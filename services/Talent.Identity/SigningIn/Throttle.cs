using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Talent.Identity.Data;

namespace Talent.Identity.SigningIn;

/// <summary>Counts failures in the store, so that several instances count together. An attempt is counted before it is
/// judged and given back when it was right: many at once cannot slip through.</summary>
sealed class Throttle(IdentityDb db, IHttpContextAccessor accessor, TimeProvider clock)
{
    const string Count =
        " AS f (key, failures, ends_at) VALUES ({0}, 1, {1}) ON CONFLICT (key) DO UPDATE SET " +
        "failures = CASE WHEN f.ends_at <= {2} THEN 1 ELSE f.failures + 1 END, " +
        // The first attempt that is refused begins the pause; further ones do not lengthen it.
        "ends_at = CASE WHEN f.ends_at <= {2} OR f.failures = {3} THEN {1} ELSE f.ends_at END " +
        "RETURNING failures AS \"Failures\", ends_at AS \"EndsAt\"";

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>The caller's network address as far as it is one customer's: an IPv6 network of 64 bits.</summary>
    public string Network
    {
        get
        {
            var address = accessor.HttpContext?.Connection.RemoteIpAddress ?? IPAddress.None;
            if (address.IsIPv4MappedToIPv6)
                address = address.MapToIPv4();
            if (address.AddressFamily is not AddressFamily.InterNetworkV6)
                return address.ToString();
            var bytes = address.GetAddressBytes();
            bytes.AsSpan(8).Clear();
            return new IPAddress(bytes).ToString();
        }
    }

    /// <summary>Counts an attempt.</summary>
    /// <param name="most">How many the window allows.</param>
    /// <returns>How long to wait when it is one too many; else null.</returns>
    public async Task<TimeSpan?> TakeAsync(string key, int most, TimeSpan window, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var counted = await db.Database.SqlQueryRaw<Counted>(
                Sql, key, now + (long)window.TotalMilliseconds, now, most)
            .ToListAsync(cancellationToken);
        return counted[0].Failures <= most ? null : TimeSpan.FromMilliseconds(Math.Max(1000, counted[0].EndsAt - now));
    }

    /// <summary>The attempt was right: it does not count.</summary>
    public Task GiveBackAsync(string key, CancellationToken cancellationToken) =>
        db.Failures.Where(count => count.Key == key && count.Failures > 0).ExecuteUpdateAsync(
            set => set.SetProperty(count => count.Failures, count => count.Failures - 1), cancellationToken);

    // On PostgreSQL the table lies in the service's schema.
    string Sql => (db.Database.IsNpgsql() ? $"INSERT INTO {db.Service}.failures" : "INSERT INTO failures") + Count;

    sealed record Counted(int Failures, long EndsAt);
}
