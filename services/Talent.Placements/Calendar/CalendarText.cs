using System.Globalization;
using System.Text;

namespace Talent.Placements.Calendar;

/// <summary>Writes the content lines of RFC 5545: escaped, folded at 75 octets of UTF-8, ended by CRLF.</summary>
sealed class CalendarText
{
    const int MostOctets = 75;

    readonly StringBuilder lines = new();

    /// <summary>A line whose value is written as it is: a date, a number, an address.</summary>
    public CalendarText Line(string name, string value)
    {
        Fold(Whole(name) + ":" + Whole(value));
        return this;
    }

    /// <summary>A line whose value is a text of people's: any letter may stand in it.</summary>
    public CalendarText Text(string name, string value)
    {
        Fold(Whole(name) + ":" + Escaped(value));
        return this;
    }

    /// <summary>A line with parameters of people's words, e.g. <c>ATTENDEE;CN="…"</c>.</summary>
    public CalendarText Line(string name, IReadOnlyList<(string Name, string Value)> parameters, string value)
    {
        var written = string.Concat(parameters.Select(parameter => $";{parameter.Name}={Parameter(parameter.Value)}"));
        Fold(Whole(name) + written + ":" + Whole(value));
        return this;
    }

    public override string ToString() => lines.ToString();

    /// <summary>RFC 5545, 3.3.11: backslash, semicolon and comma are escaped, a line break is <c>\n</c>.</summary>
    public static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var letter in Wellformed(value).ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' => text.Append("\\\\"),
                ';' => text.Append("\\;"),
                ',' => text.Append("\\,"),
                '\n' => text.Append("\\n"),
                '\t' => text.Append('\t'),
                _ when char.IsControl(letter) => text,
                _ => text.Append(letter),
            };
        }
        return text.ToString();
    }

    // RFC 5545, 3.1: a quoted parameter value holds neither quotation marks nor control characters; there is no escape.
    static string Parameter(string value) =>
        $"\"{string.Concat(Wellformed(value).Select(letter => letter is '"' ? '\'' : char.IsControl(letter) ? ' ' : letter))}\"";

    // What is written as it is must not begin another line.
    static string Whole(string value) =>
        value.Any(char.IsControl) ? string.Concat(value.Where(letter => !char.IsControl(letter))) : value;

    // Half a surrogate pair has no UTF-8.
    static string Wellformed(string value) => string.Concat(value.EnumerateRunes());

    void Fold(string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                lines.Append("\r\n ");
                octets = 1;
            }
            lines.Append(CultureInfo.InvariantCulture, $"{letter}");
            octets += letter.Utf8SequenceLength;
        }
        lines.Append("\r\n");
    }
}
