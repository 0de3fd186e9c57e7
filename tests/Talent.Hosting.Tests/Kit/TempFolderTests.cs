using Talent.Testing;

namespace Talent.Hosting.Tests.Kit;

public sealed class TempFolderTests
{
    [Fact]
    public void Goes_with_all_that_is_in_it()
    {
        var folder = new TempFolder();
        File.WriteAllText(folder["file.txt"], "content");
        folder.Dispose();
        Directory.Exists(folder.FullPath).ShouldBeFalse();
    }

    [Fact]
    public void Reads_the_demo_accounts_of_a_data_folder()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["demo-accounts.json"], """
            [{"role":"employer","email":"hr@north.example","password":null,"token":"abc"}]
            """);
        DemoAccounts.Of(folder.FullPath, "employer")
            .ShouldBe(new DemoAccount("employer", "hr@north.example", null, "abc"));
        Should.Throw<InvalidOperationException>(() => DemoAccounts.Of(folder.FullPath, "office"));
    }
}
