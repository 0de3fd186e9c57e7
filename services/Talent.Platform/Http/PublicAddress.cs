using Microsoft.Extensions.Configuration;

namespace Talent.Platform.Http;

/// <summary>Where people reach the pages: the setting <c>Talent:Address</c>, e.g. <c>https://talent.example</c>; without it,
/// this process's own address under the name <c>localhost</c>. Links in mails are made of it, never of what a request
/// says about its host.</summary>
public sealed class PublicAddress(IConfiguration configuration, ServiceAddresses addresses)
{
    /// <summary>The origin that was configured; null when none was.</summary>
    public Uri? Configured { get; } = configuration["Talent:Address"] is { Length: > 0 } address
        ? new Uri(address, UriKind.Absolute)
        : null;

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    /// <exception cref="InvalidOperationException">Nothing is configured and this process does not listen yet.</exception>
    public string Origin => Configured?.GetLeftPart(UriPartial.Authority) ?? Local;

    /// <summary>This process itself, as seen from this machine; without a slash at the end.</summary>
    /// <remarks>Browsers keep secure cookies and passkeys for the name <c>localhost</c> without a certificate, passkeys for
    /// no address in digits.</remarks>
    /// <exception cref="InvalidOperationException">This process does not listen yet.</exception>
    public string Local
    {
        get
        {
            var own = addresses.Own() ?? throw new InvalidOperationException("This process does not listen yet.");
            return (own.IsLoopback ? new UriBuilder(own) { Host = "localhost" }.Uri : own).GetLeftPart(UriPartial.Authority);
        }
    }

    /// <summary>A page's whole address.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => Origin + path;
}
