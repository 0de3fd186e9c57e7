using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Talent.Platform.Http;

namespace Talent.Platform.Mail;

/// <summary>How mail leaves: <c>Talent:Mail:Smtp</c> (<c>smtp://user:password@host:587</c>; <c>smtp://host:25?tls=no</c>
/// for a relay beside us), else files in <c>DATA/mail</c>. <c>Talent:Mail:From</c> is the sender.</summary>
sealed class MailSettings(IConfiguration configuration, PublicAddress address)
{
    const int SubmissionPort = 587;

    /// <summary>The server; null when mails are put into a folder.</summary>
    public Uri? Smtp { get; } = configuration["Talent:Mail:Smtp"] is { Length: > 0 } smtp
        ? Uri.TryCreate(smtp, UriKind.Absolute, out var uri) && uri.Scheme == "smtp"
            ? uri
            : throw new InvalidOperationException(
                "Talent:Mail:Smtp must be an address like smtp://user:password@mail.example:587.")
        : null;

    public int Port => Smtp is { Port: > 0 } ? Smtp.Port : SubmissionPort;

    /// <summary>STARTTLS, unless the address says <c>?tls=no</c>: mails carry links that sign people in.</summary>
    public bool Encrypted => Smtp?.Query.Contains("tls=no", StringComparison.Ordinal) != true;

    public MailAddress From => configuration["Talent:Mail:From"] is { Length: > 0 } from
        ? new MailAddress(from)
        : new MailAddress("no-reply@" + new Uri(address.Origin).Host, "Talent");

    /// <summary>Where mails are put as <c>.eml</c> files when there is no server.</summary>
    public string Folder => Path.Combine(DataFolder.Path(configuration), "mail");
}
