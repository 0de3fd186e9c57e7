namespace Talent.Platform;

/// <summary>Files that only the account the process runs under may read: keys, passwords, mails with links.</summary>
public static class OwnersFile
{
    /// <summary>Writes a file whole; whoever reads it meanwhile finds the old or the new one.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var fresh = $"{path}.{Environment.ProcessId}.{Guid.CreateVersion7():N}";
        Write(fresh, content);
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Writes a new file.</summary>
    /// <exception cref="IOException">The file exists.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // From the beginning: a mode set afterwards would leave a moment in which others may open it.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
