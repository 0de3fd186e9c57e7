namespace Talent.Testing;

/// <summary>What happens to a test whose needs this machine does not meet. Where skips are forbidden
/// (<c>TALENT_FORBID_SKIPS=1 ./test</c>) the runner turns every skip into a failure with the same reason.</summary>
public static class Skips
{
    // The runner knows a skip by this start of its exception's message (xunit.v3's DynamicSkipToken).
    const string SkipToken = "$XunitDynamicSkip$";

    /// <summary>Skips the running test, visibly, when there is a reason.</summary>
    /// <param name="reason">Null: the test goes on.</param>
    public static void When(string? reason)
    {
        if (reason is not null)
            throw new SkipException(SkipToken + reason);
    }

    sealed class SkipException(string message) : Exception(message);
}
