using System.Collections.Concurrent;
using Talent.Platform.Messaging;

namespace Talent.Compliance.Tests.Sample;

/// <summary>A note was written.</summary>
public sealed record NoteWritten(Guid NoteId, int Version);

/// <summary>How the consumers of an application are to fail, and how often they were called.</summary>
sealed class Faults
{
    readonly ConcurrentDictionary<Guid, int> left = new();
    readonly ConcurrentDictionary<Guid, int> calls = new();

    /// <summary>The counting consumer fails so many times on that note.</summary>
    public void Fail(Guid note, int times) => left[note] = times;

    public int CallsFor(Guid note) => calls.GetValueOrDefault(note);

    public int Calls => calls.Values.Sum();

    public void Check(Guid note)
    {
        calls.AddOrUpdate(note, 1, (_, before) => before + 1);
        if (left.AddOrUpdate(note, -1, (_, before) => before - 1) >= 0)
            throw new InvalidOperationException("told to fail");
    }

    /// <summary>From now on nothing fails.</summary>
    public void Heal() => left.Clear();
}

sealed class CountNote(SampleDb db, TimeProvider clock, Faults faults) : IdempotentConsumer<SampleDb, NoteWritten>(db, clock)
{
    protected override Task HandleAsync(NoteWritten message, CancellationToken cancellationToken)
    {
        Db.Effects.Add(new Effect { Id = Guid.CreateVersion7(), Consumer = nameof(CountNote), NoteId = message.NoteId });
        faults.Check(message.NoteId);
        return Task.CompletedTask;
    }
}

sealed class MirrorNote(SampleDb db, TimeProvider clock) : IdempotentConsumer<SampleDb, NoteWritten>(db, clock)
{
    protected override async Task HandleAsync(NoteWritten message, CancellationToken cancellationToken)
    {
        Db.Effects.Add(new Effect { Id = Guid.CreateVersion7(), Consumer = nameof(MirrorNote), NoteId = message.NoteId });
        if (await Db.Mirrors.FindAsync([message.NoteId], cancellationToken) is not { } mirror)
            Db.Mirrors.Add(new Mirror { NoteId = message.NoteId, Version = message.Version });
        else if (mirror.Version < message.Version)
            mirror.Version = message.Version;
    }
}
