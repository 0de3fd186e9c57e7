using System.Text.Json;

namespace Talent.Host.Demo;

/// <summary>How far an installation has been filled with demo data: <c>demo.json</c> in its data folder.</summary>
public sealed class DemoState
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { WriteIndented = true };

    readonly string _path;
    Kept? _kept;

    /// <exception cref="JsonException">The file is not as it was written.</exception>
    public DemoState(string folder)
    {
        _path = Path.Combine(folder, "demo.json");
        if (File.Exists(_path))
            _kept = JsonSerializer.Deserialize<Kept>(File.ReadAllText(_path), Options);
    }

    public bool IsBegun => _kept is not null;

    public bool IsDone => _kept is { Done: true };

    /// <summary>Marks the beginning, once.</summary>
    /// <returns>The day from which the data's dates are counted: today, or the day of the first attempt, so that a second
    /// one writes the same rows.</returns>
    public DateOnly Begin(DateOnly today)
    {
        if (_kept is null)
            Keep(new Kept(DemoData.DefaultSeed, today, Done: false));
        return _kept!.Today;
    }

    /// <summary>Marks the end.</summary>
    public void Finish() => Keep(_kept! with { Done = true });

    void Keep(Kept kept)
    {
        var fresh = _path + ".new";
        File.WriteAllText(fresh, JsonSerializer.Serialize(kept, Options));
        File.Move(fresh, _path, overwrite: true);
        _kept = kept;
    }

    sealed record Kept(int Seed, DateOnly Today, bool Done);
}
