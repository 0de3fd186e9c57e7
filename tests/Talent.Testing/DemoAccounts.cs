using System.Text.Json;

namespace Talent.Testing;

/// <summary>A demo account as the host writes it on start.</summary>
/// <param name="Role"><c>employer</c>, <c>graduate</c>, <c>coordinator</c> or <c>office</c>.</param>
/// <param name="Token">A bearer token that is good for a day.</param>
public sealed record DemoAccount(string Role, string Email, string? Password, string Token);

/// <summary>The accounts in <c>demo-accounts.json</c> of a data folder.</summary>
public static class DemoAccounts
{
    /// <summary>Reads them all, in the file's order.</summary>
    /// <exception cref="FileNotFoundException">The host did not start with demo data.</exception>
    public static IReadOnlyList<DemoAccount> Read(string dataFolder)
    {
        using var file = File.OpenRead(Path.Combine(dataFolder, "demo-accounts.json"));
        return JsonSerializer.Deserialize<List<DemoAccount>>(file, JsonSerializerOptions.Web) ?? [];
    }

    /// <summary>The first account of a role.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static DemoAccount Of(string dataFolder, string role) =>
        Read(dataFolder).FirstOrDefault(account => string.Equals(account.Role, role, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No demo account is a {role}");
}
