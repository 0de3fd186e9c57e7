using System.Text;

namespace Talent.Identity.Passwords;

/// <summary>Finds a line in a file whose lines are sorted by their bytes, without reading it whole: lists of breached
/// passwords have gigabytes.</summary>
static class SortedLines
{
    const int LongestLine = 200;

    /// <summary>Whether a line begins with the key, followed by nothing or by a colon.</summary>
    public static bool Contains(Stream lines, string key)
    {
        var wanted = Encoding.ASCII.GetBytes(key);
        var (from, to) = (0L, lines.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            var (start, line) = LineAt(lines, middle, from);
            var found = line.AsSpan(0, Math.Min(line.Length, wanted.Length)).SequenceCompareTo(wanted);
            if (found == 0 && line.Length >= wanted.Length)
                return line.Length == wanted.Length || line[wanted.Length] == ':';
            if (found < 0 || (found == 0 && line.Length < wanted.Length))
                from = start + line.Length + 1;
            else
                to = start;
        }
        return false;
    }

    /// <summary>The line that a byte belongs to, and where it starts.</summary>
    static (long Start, byte[] Line) LineAt(Stream lines, long position, long from)
    {
        var start = Math.Max(from, position - LongestLine);
        var buffer = new byte[2 * LongestLine];
        lines.Position = start;
        var read = lines.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var before = (int)(position - start);
        var begin = buffer.AsSpan(0, before).LastIndexOf((byte)'\n') + 1;
        var length = buffer.AsSpan(begin, read - begin).IndexOf((byte)'\n');
        var end = length < 0 ? read : begin + length;
        return (start + begin, buffer[begin..end].AsSpan().TrimEnd((byte)'\r').ToArray());
    }
}
