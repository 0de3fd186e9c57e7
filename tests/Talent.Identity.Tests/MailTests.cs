using System.Net;
using System.Net.Sockets;
using System.Text;
using Talent.Contracts.Identity;
using Talent.Testing;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

public sealed class MailTests
{
    [Fact]
    public async Task A_mail_lies_in_the_folder_readable_by_its_owner_alone_in_the_persons_language()
    {
        await using var app = await StartAsync(address: "https://talent.example");
        using var client = app.ClientWith(null);
        await client.SendAsync("/register", new RegisterInput("ada@example.org", Password, "艾达", "zh", null, "graduate"));
        var mail = await app.MailToAsync("ada@example.org");
        mail.ShouldContain("""From: "Talent" <no-reply@talent.example>""");
        mail.ShouldContain("Content-Language: zh");
        mail.ShouldContain("艾达，您好");
        mail.ShouldMatch("https://talent.example/zh/verify[?]token=[A-Za-z0-9_-]{43}\r\n");
        var file = Directory.GetFiles(System.IO.Path.Combine(app.DataFolder, "mail")).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_link_is_made_of_the_configured_address_and_never_of_what_the_request_says()
    {
        await using var app = await StartAsync();
        using var client = app.ClientWith(null);
        client.DefaultRequestHeaders.Host = "evil.example";
        await client.SendAsync("/register", new RegisterInput("ada@example.org", Password, "Ada", "en", null, "graduate"));
        var mail = await app.MailToAsync("ada@example.org");
        mail.ShouldContain($"http://localhost:{app.Address.Port}/en/verify?token=");
        mail.ShouldNotContain("evil.example");
    }

    [Theory, StoreData]
    public async Task A_mail_waits_for_a_server_that_is_away_and_goes_when_it_is_back(string store)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        server.Stop();
        await using var app = await StartAsync(
            store, builder => builder.Configuration["Talent:Mail:Smtp"] = $"smtp://127.0.0.1:{port}?tls=no");
        using var client = app.ClientWith(null);
        await client.SendAsync("/register", new RegisterInput("ada@example.org", Password, "Ada", "en", null, "graduate"));
        await Eventually.ShouldAsync(async () => (await WaitingAsync(app)).ShouldHaveSingleItem().Attempts.ShouldBeGreaterThan(0));

        using var back = new TcpListener(IPAddress.Loopback, port);
        back.Start();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var text = await ReceiveAsync(back);
        text.ShouldContain("RCPT TO:<ada@example.org>");
        text.ShouldContain("Subject: Confirm your address");
        await Eventually.ShouldAsync(async () => (await WaitingAsync(app)).ShouldBeEmpty());
    }

    static async Task<List<Platform.Mail.OutgoingMail>> WaitingAsync(TalentApp app)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(app.Services);
        var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Data.IdentityDb>(scope.ServiceProvider);
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.OutgoingMails);
    }

    /// <summary>Takes one mail as an SMTP server does; all that the client said.</summary>
    static async Task<string> ReceiveAsync(TcpListener listener)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var connection = await listener.AcceptTcpClientAsync(deadline.Token);
        using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(connection.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        var said = new StringBuilder();
        await writer.WriteLineAsync("220 test");
        var inText = false;
        while (await reader.ReadLineAsync(deadline.Token) is { } line)
        {
            said.AppendLine(line);
            if (inText && line != ".")
                continue;
            inText = line == "DATA";
            await writer.WriteLineAsync(inText ? "354 go on" : line == "QUIT" ? "221 bye" : "250 ok");
            if (line == ".")
                break;
        }
        return said.ToString();
    }
}
