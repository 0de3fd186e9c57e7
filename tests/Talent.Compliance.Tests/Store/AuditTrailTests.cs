using Microsoft.EntityFrameworkCore;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Testing;

namespace Talent.Compliance.Tests.Store;

/// <summary>The audit trail takes entries and gives none back, whoever asks.</summary>
public sealed class AuditTrailTests
{
    [Theory]
    [StoreData("UPDATE {0} SET actor = 'Somebody else'")]
    [StoreData("UPDATE {0} SET detail = NULL WHERE actor = 'Ada'")]
    [StoreData("DELETE FROM {0}")]
    [StoreData("DELETE FROM {0} WHERE actor = 'Ada'")]
    public async Task No_entry_is_changed_or_removed(string store, string statement)
    {
        using var databases = new Databases(store);
        await using var db = await FilledAsync(databases);
        var table = store == "postgres" ? "identity.audit" : "audit";
        var refused = await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(
            statement.Replace("{0}", table, StringComparison.Ordinal)));
        refused.Message.ShouldContain("append-only");
        (await db.AuditTrail.AsNoTracking().SingleAsync()).Actor.ShouldBe("Ada");
    }

    [Theory, StoreData]
    public async Task Nor_is_the_whole_trail_emptied_or_an_entry_replaced(string store)
    {
        using var databases = new Databases(store);
        await using var db = await FilledAsync(databases);
        var statement = store == "postgres"
            ? "TRUNCATE identity.audit"
            : "INSERT OR REPLACE INTO audit SELECT id, at, account_id, 'Somebody else', organisation_id, action, " +
                "subject_type, subject_id, detail, address, agent FROM audit";
        (await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(statement)))
            .Message.ShouldContain("append-only");
        (await db.AuditTrail.AsNoTracking().SingleAsync()).Actor.ShouldBe("Ada");
    }

    [Theory, StoreData]
    public async Task Nor_does_the_service_itself_change_one(string store)
    {
        using var databases = new Databases(store);
        await using var db = await FilledAsync(databases);
        db.AuditTrail.Remove(await db.AuditTrail.SingleAsync());
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    static async Task<IdentityDb> FilledAsync(Databases databases)
    {
        var connection = await databases.CreateAsync();
        await databases.MigrateAsync(typeof(IdentityDb), connection);
        var db = (IdentityDb)databases.Open(typeof(IdentityDb), connection);
        db.AuditTrail.Add(new AuditRow
        {
            Id = Guid.CreateVersion7(),
            At = DateTimeOffset.UnixEpoch,
            AccountId = null,
            Actor = "Ada",
            OrganisationId = Guid.CreateVersion7(),
            Action = "job.published",
            SubjectType = "job",
            SubjectId = null,
            Detail = "Welder",
            Address = "192.0.2.7",
            Agent = null,
        });
        await db.SaveChangesAsync();
        return db;
    }
}
