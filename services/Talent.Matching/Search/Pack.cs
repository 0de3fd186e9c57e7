namespace Talent.Matching.Search;

/// <summary>The packed form of facts beside their document, read at start without parsing any document.</summary>
static class Pack
{
    public static byte[] ToBytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream(160);
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    public static T FromBytes<T>(byte[] bytes, Func<BinaryReader, T> read)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        return read(reader);
    }

    public static void Write(BinaryWriter writer, int[] values)
    {
        writer.Write7BitEncodedInt(values.Length);
        foreach (var value in values)
            writer.Write7BitEncodedInt(value);
    }

    public static int[] ReadInts(BinaryReader reader)
    {
        var values = new int[reader.Read7BitEncodedInt()];
        for (var i = 0; i < values.Length; i++)
            values[i] = reader.Read7BitEncodedInt();
        return values;
    }
}
