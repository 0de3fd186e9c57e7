using Talent.Identity.Domain;
using Talent.Platform.Http;
using Talent.Platform.Mail;

namespace Talent.Identity.Texts;

/// <summary>The mails about accounts and organisations, each in the language of the person it goes to.</summary>
sealed class Letters(PublicAddress address)
{
    // Put in last: the marks that keep a foreign word in its place would become part of the address.
    const string LinkMark = "§§";

    /// <summary>Confirms an address.</summary>
    public Letter Verify(string email, string name, string language, string token) =>
        Write(email, language, "Verify", name, Link(language, "verify", token));

    /// <summary>Somebody, perhaps the owner, registered with an address that has an account.</summary>
    public Letter AlreadyRegistered(string email, string name, string language) =>
        Write(email, language, "Registered", name, address.Of($"/{language}/sign-in"));

    /// <summary>Sets a new password.</summary>
    public Letter Reset(string email, string name, string language, string token) =>
        Write(email, language, "Reset", name, Link(language, "reset", token));

    /// <summary>A new password was asked for with an address that has no account.</summary>
    public Letter NoAccount(string email, string language) =>
        Write(email, language, "No_account", email, address.Of($"/{language}/register"));

    /// <summary>The password is another one now.</summary>
    public Letter PasswordChanged(string email, string name, string language) =>
        Write(email, language, "Password_changed", name, address.Of($"/{language}/forgot"));

    /// <summary>Somebody is asked to join an organisation.</summary>
    public Letter Invitation(string email, string language, string invitedBy, string organisation, string token) => Write(
        email, language, "Invitation", Link(language, "invitation", token), [invitedBy, organisation, LinkMark]);

    /// <summary>The programme office has decided on an organisation.</summary>
    /// <param name="decision"><c>verified</c>, <c>refused</c> or <c>suspended</c>.</param>
    public Letter Decision(
        Account owner, string organisation, string decision, string? reason) => Write(
        owner.Email!, owner.Language, char.ToUpperInvariant(decision[0]) + decision[1..],
        address.Of($"/{owner.Language}/organisation"), [owner.Name, organisation, LinkMark, reason]);

    string Link(string language, string page, string token) => address.Of($"/{language}/{page}?token={token}");

    static Letter Write(string email, string language, string key, string name, string link) =>
        Write(email, language, key, link, [name, LinkMark]);

    static Letter Write(string email, string language, string key, string link, ReadOnlySpan<object?> values) => new(
        email, IdentityTexts.In(language, $"Mail_{key}_subject"),
        IdentityTexts.In(language, $"Mail_{key}_body", values)
            .Replace(LinkMark, link, StringComparison.Ordinal).ReplaceLineEndings("\r\n"),
        language);
}
