using System.Collections.Concurrent;
using Talent.Contracts.Jobs;

namespace Talent.Matching.Ranking;

/// <summary>Numbers for skills: a concept by its URI, an unrecognised text by its folded form, so that two people who
/// write the same unknown word still meet. Thread-safe; grows only.</summary>
internal sealed class SkillVocabulary
{
    public const int Unknown = -1;

    readonly ConcurrentDictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    readonly Lock _adding = new();

    public int Count => _ordinals.Count;

    public int Intern(ConceptRef skill)
    {
        var key = Key(skill);
        if (_ordinals.TryGetValue(key, out var known)) return known;
        lock (_adding) return _ordinals.GetOrAdd(key, static (_, ordinals) => ordinals.Count, _ordinals);
    }

    /// <summary>The skill's number, or <see cref="Unknown"/> when no profile or job in the pool names it.</summary>
    public int Find(ConceptRef skill) => _ordinals.GetValueOrDefault(Key(skill), Unknown);

    static string Key(ConceptRef skill) => skill.Uri ?? "text:" + Concepts.Fold(skill.Text);
}
