using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>The terms as one and the same text wherever they are written, and its hash: what is signed.</summary>
/// <remarks>As RFC 8785: members by name, no white space, nothing escaped that need not be; members without a value are
/// left out, amounts have no zeros at the end.</remarks>
static class OfferDocument
{
    static readonly JsonSerializerOptions Members = new(JsonSerializerDefaults.Web);

    /// <summary>SHA-256 of <see cref="Canonical"/> in UTF-8, in lower-case hex.</summary>
    public static string Hash(OfferTerms terms) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(terms))));

    public static string Canonical(OfferTerms terms)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToNode(terms, Members));
        return text.ToString();
    }

    static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                Write(text, members);
                break;
            case JsonArray items:
                text.Append('[');
                for (var at = 0; at < items.Count; at++)
                {
                    if (at > 0)
                        text.Append(',');
                    Write(text, items[at]);
                }
                text.Append(']');
                break;
            case JsonValue value:
                Write(text, value);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    static void Write(StringBuilder text, JsonObject members)
    {
        var separator = '{';
        foreach (var (name, value) in members.Where(member => member.Value is not null)
            .OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            Write(text, name);
            text.Append(':');
            Write(text, value);
            separator = ',';
        }
        text.Append(separator == '{' ? "{}" : "}");
    }

    static void Write(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                Write(text, value.ToString());
                break;
            case JsonValueKind.Number:
                // 1500.00 and 1500 are the same pay.
                text.Append((decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
                    / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.ToJsonString());
                break;
        }
    }

    static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }
        text.Append('"');
    }
}
