namespace Talent.Testing;

/// <summary>What happens to a test whose needs this machine does not meet.</summary>
public static class Skips
{
    // The runner knows a skip by this start of its exception's message (xunit.v3's DynamicSkipToken).
    const string SkipToken = "$XunitDynamicSkip$";

    /// <summary>True when a skip counts as a failure (<c>TALENT_FORBID_SKIPS=1</c>), as it does in continuous integration.</summary>
    public static bool Forbidden =>
        string.Equals(Environment.GetEnvironmentVariable("TALENT_FORBID_SKIPS"), "1", StringComparison.Ordinal);

    /// <summary>Skips the running test, visibly, when there is a reason; fails it where skips are forbidden.</summary>
    /// <param name="reason">Null: the test goes on.</param>
    public static void When(string? reason)
    {
        if (reason is null)
            return;
        throw Forbidden
            ? new InvalidOperationException($"Skips are forbidden here, and this test cannot run: {reason}")
            : new SkipException(SkipToken + reason);
    }

    sealed class SkipException(string message) : Exception(message);
}
