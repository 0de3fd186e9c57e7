using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Web.Clients;
using Talent.Web.Resources;

namespace Talent.Web.Forms;

/// <summary>A form as it is shown: what stands in it and what is wrong with that.</summary>
public sealed record FormState(FormValues Values, ApiProblem? Problem = null)
{
    /// <summary>The id of the field that fills a JSON path, without characters that a fragment would have to escape.</summary>
    public static string IdOf(string path)
    {
        var id = new StringBuilder("f-");
        foreach (var character in path.Replace("].", "-", StringComparison.Ordinal))
            id.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-');
        return id.ToString().TrimEnd('-');
    }

    /// <summary>The form as it was sent, with what could not be read in it; null when all of it could be.</summary>
    internal static FormState? Unreadable(FormValues values, IStringLocalizer<Texts> texts) => values.Unreadable.Count == 0
        ? null
        : new FormState(values, ApiProblem.Of(StatusCodes.Status400BadRequest,
            [.. values.Unreadable.Select(field => (field.Key, texts[$"Field_not_a_{field.Value[0]}"].Value))]));

    public string? Error(string path) =>
        Problem?.Errors.GetValueOrDefault(path) is { } messages ? string.Join(" ", messages) : null;
}
