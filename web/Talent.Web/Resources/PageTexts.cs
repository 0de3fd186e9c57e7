using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Talent.Platform.Texts;
using Talent.Web.Layout;

namespace Talent.Web.Resources;

/// <summary>The texts of the pages in the reader's language. Values that run in the other direction, such as the title of
/// a job, are isolated from the sentence around them.</summary>
internal sealed class PageTexts : IStringLocalizer<Texts>
{
    static readonly ResourceManager Source = new(typeof(Texts));

    public LocalizedString this[string name] =>
        Source.GetString(name, CultureInfo.CurrentUICulture) is { } text
            ? new LocalizedString(name, text)
            : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var language = PageLanguage.Current;
            return this[name] is { ResourceNotFound: false } text
                ? new LocalizedString(name, string.Format(language.Culture, text.Value, Isolated(arguments, language)))
                : new LocalizedString(name, name, resourceNotFound: true);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        throw new NotSupportedException("Texts are asked for by their keys.");

    static object?[] Isolated(object[] arguments, PageLanguage language) => Bidi.Isolate(
        [.. arguments.Select(value => value is LocalizedString text ? text.Value : value)], language.RightToLeft);
}
