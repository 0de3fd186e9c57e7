using Microsoft.EntityFrameworkCore;
using Talent.Platform.Store;

namespace Talent.Compliance.Tests.Sample;

/// <summary>A service that exists to try the platform's promises on: it writes notes, and its consumers count and mirror
/// what they are told of them.</summary>
sealed class SampleDb(DbContextOptions<SampleDb> options) : ServiceDb(options)
{
    public override string Service => "sample";

    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Effect> Effects => Set<Effect>();
    public DbSet<Mirror> Mirrors => Set<Mirror>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>(notes =>
        {
            notes.ToTable("notes").HasKey(note => note.Id);
            notes.Property(note => note.Id).ValueGeneratedNever();
            notes.Property(note => note.Version).IsConcurrencyToken();
            notes.Property(note => note.Body).IsJson(this);
            notes.HasIndex(note => new { note.At, note.Id });
        });
        modelBuilder.Entity<Effect>(effects =>
        {
            effects.ToTable("effects").HasKey(effect => effect.Id);
            effects.Property(effect => effect.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Mirror>(mirrors =>
        {
            mirrors.ToTable("mirrors").HasKey(mirror => mirror.NoteId);
            mirrors.Property(mirror => mirror.NoteId).ValueGeneratedNever();
        });
    }
}

sealed class Note
{
    public required Guid Id { get; init; }
    public int Version { get; set; } = 1;
    public required DateTimeOffset At { get; set; }
    public required NoteBody Body { get; set; }
}

sealed record NoteBody(string Text, decimal Amount, DateTimeOffset At, IReadOnlyList<string> Tags);

/// <summary>One message handled by one consumer.</summary>
sealed class Effect
{
    public required Guid Id { get; init; }
    public required string Consumer { get; init; }
    public required Guid NoteId { get; init; }
}

/// <summary>The latest version heard of.</summary>
sealed class Mirror
{
    public required Guid NoteId { get; init; }
    public required int Version { get; set; }
}
