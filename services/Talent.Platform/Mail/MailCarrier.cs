using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Talent.Platform.Mail;

/// <summary>Hands a mail to the SMTP server, or puts it into the folder as <c>ID.eml</c>.</summary>
sealed class MailCarrier(MailSettings settings)
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <exception cref="SmtpException">The server refused it or is away.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task CarryAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MessageOf(mail);
        if (settings.Smtp is { } server)
            await SendAsync(message, server, cancellationToken);
        else
            await DropAsync(message, mail.Id, cancellationToken);
    }

    async Task SendAsync(MailMessage message, Uri server, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(server.Host, settings.Port) { EnableSsl = settings.Encrypted };
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password])
            client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Longest);
        await client.SendMailAsync(message, deadline.Token);
    }

    async Task DropAsync(MailMessage message, Guid id, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(settings.Folder);
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        // The client names its file by chance and fills it while it stands there: it works in a folder of its own.
        var desk = folder.CreateSubdirectory($".{id:N}");
        try
        {
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = desk.FullName,
            };
            await client.SendMailAsync(message, cancellationToken);
            OwnersFile.Replace(
                Path.Combine(folder.FullName, $"{id}.eml"),
                await File.ReadAllBytesAsync(desk.GetFiles()[0].FullName, cancellationToken));
        }
        finally
        {
            desk.Delete(recursive: true);
        }
    }

    MailMessage MessageOf(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = settings.From,
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
            // In the folder as it is, so that its links can be read and followed; over the wire in letters only.
            BodyTransferEncoding = settings.Smtp is null ? TransferEncoding.EightBit : TransferEncoding.Base64,
        };
        message.To.Add(new MailAddress(mail.Address));
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.From.Host}>");
        message.Headers.Add("Content-Language", mail.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
