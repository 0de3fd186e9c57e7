namespace Talent.Testing;

/// <summary>A fresh empty folder that goes, with all that is in it, when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => FullPath = Directory.CreateTempSubdirectory("talent-test-").FullName;

    public string FullPath { get; }

    /// <summary>The full path of something inside.</summary>
    public string this[string name] => Path.Combine(FullPath, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // A test that removed the folder itself has done our work.
        }
    }

    public override string ToString() => FullPath;
}
