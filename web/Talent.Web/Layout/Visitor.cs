using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;

namespace Talent.Web.Layout;

/// <summary>Who reads the page, in which language, at which address. One per request.</summary>
internal sealed class Visitor(IHttpContextAccessor accessor)
{
    HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public PageLanguage Language => PageLanguage.OfPath(Http.Request.Path.Value) ?? PageLanguage.Current;

    /// <summary>Ends when nobody waits for the page any more.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Who is signed in; null for a stranger.</summary>
    public Caller? Caller => Caller.From(Http.User);

    /// <summary><c>light</c> or <c>dark</c> when the reader has chosen; null: as the reader's system says.</summary>
    public string? Theme => Layout.Theme.Of(Http.Request);

    /// <summary>True when the reader acts for an organisation, its second factor in order.</summary>
    public bool IsInOrganisation => Caller is { OrganisationId: not null } caller && caller.Role != Roles.Pending;

    /// <summary>True when there are updates for the reader: for everybody who acts as somebody.</summary>
    public bool IsTold => Caller is { } caller && caller.Role != Roles.Pending;

    /// <summary>True when the reader is a side of placements, and so has interviews.</summary>
    public bool TakesPart => Caller?.Role is Roles.Employer or Roles.Graduate or Roles.Coordinator;

    /// <summary>True when the reader may decide about the organisation acted for: its people, keys, papers.</summary>
    public bool LeadsOrganisation =>
        IsInOrganisation && Caller?.MemberRole is MemberRoles.Owner or MemberRoles.Administrator;

    /// <summary>How many things wait for the reader, as far as the session knows: a second factor, the office's word.</summary>
    public int Pending => Caller switch
    {
        { Role: Roles.Pending } => 1,
        { OrganisationId: not null, OrganisationVerified: false, Role: not Roles.Office, SessionId: not null } => 1,
        _ => 0,
    };

    /// <summary>The address of the page being read, path and query; of a page that answers a form, the page before it.</summary>
    public string Address => HttpMethods.IsGet(Http.Request.Method)
        ? Http.Request.PathBase + Http.Request.Path + Http.Request.QueryString
        : Http.Request.Path.ToUriComponent();

    /// <summary>The address of a page in the reader's language; <paramref name="path"/> begins with a slash or is empty.</summary>
    public string Href(string path) => $"/{Language.Code}{path}";

    /// <summary>The address of the page being read, in another language.</summary>
    public string InLanguage(PageLanguage language)
    {
        var path = Http.Request.Path.ToUriComponent();
        var own = PageLanguage.OfPath(path);
        return $"/{language.Code}{(own is null ? "" : path[(own.Code.Length + 1)..])}{Http.Request.QueryString}";
    }

    public string Origin => $"{Http.Request.Scheme}://{Http.Request.Host}";

    /// <summary>True for the page whose address is <paramref name="path"/>, or lies beneath it.</summary>
    public bool IsWithin(string path)
    {
        var here = Http.Request.Path.Value ?? "";
        var there = Href(path);
        return here == there || here.StartsWith(there + "/", StringComparison.Ordinal);
    }
}
