using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;

namespace Talent.Compliance.Tests.Store;

/// <summary>Who writes to a store waits for who writes before, and for nobody longer than that.</summary>
public sealed class TurnTests
{
    /// <summary>Far less than a writer would wait for one who never leaves, far more than a write takes.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    static readonly DateTimeOffset At = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Fact]
    public async Task A_write_waits_until_the_transaction_before_it_is_committed()
    {
        await using var installation = await Installation.CreateAsync("sqlite");
        await using var app = await SampleApp.StartAsync(installation, consuming: false, started: false);
        Task<int>? other = null;
        await app.InStoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            other = Task.Run(() => WriteAsync(app));
            db.Notes.Add(Note());
            await db.SaveChangesAsync();
            // Who only reads does not wait.
            (await app.InStoreAsync(reading => reading.Notes.CountAsync())).ShouldBe(0);
            other.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync();
            return await other.WaitAsync(Soon);
        });
        (await app.InStoreAsync(db => db.Notes.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_transaction_that_is_left_without_a_word_keeps_nobody_waiting(bool opened)
    {
        await using var installation = await Installation.CreateAsync("sqlite");
        await using var app = await SampleApp.StartAsync(installation, consuming: false, started: false);
        await app.InStoreAsync(async db =>
        {
            if (opened)
                await db.Database.OpenConnectionAsync();
            await using (await db.Database.BeginTransactionAsync())
            {
                db.Notes.Add(Note());
                await db.SaveChangesAsync();
            }
            return await WriteAsync(app).WaitAsync(Soon);
        });
        (await app.InStoreAsync(db => db.Notes.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_save_that_fails_keeps_nobody_waiting()
    {
        await using var installation = await Installation.CreateAsync("sqlite");
        await using var app = await SampleApp.StartAsync(installation, consuming: false, started: false);
        var note = Note();
        await app.InStoreAsync(db => AddAsync(db, note));
        await app.InStoreAsync(async db =>
        {
            await Should.ThrowAsync<DbUpdateException>(() => AddAsync(db, Note(note.Id)));
            return await WriteAsync(app).WaitAsync(Soon);
        });
        await app.InStoreAsync(async db =>
        {
            (await db.Notes.SingleAsync(one => one.Id == note.Id)).Version = 2;
            await app.InStoreAsync(async before =>
            {
                (await before.Notes.SingleAsync(one => one.Id == note.Id)).Version = 3;
                return await before.SaveChangesAsync();
            });
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            return await WriteAsync(app).WaitAsync(Soon);
        });
        (await app.InStoreAsync(db => db.Notes.CountAsync())).ShouldBe(3);
    }

    static Task<int> WriteAsync(SampleApp app) => app.InStoreAsync(db => AddAsync(db, Note()));

    static async Task<int> AddAsync(SampleDb db, Note note)
    {
        db.Notes.Add(note);
        return await db.SaveChangesAsync();
    }

    static Note Note(Guid? id = null) => new() { Id = id ?? Guid.CreateVersion7(), At = At, Body = new NoteBody("text", 1m, At, []) };
}
