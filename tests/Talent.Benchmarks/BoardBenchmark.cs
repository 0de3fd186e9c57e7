using System.Globalization;
using Microsoft.Data.Sqlite;
using Talent.Testing;

namespace Talent.Benchmarks;

/// <summary>The board, and the list beside it, over 10,000 placements: the demo's, told again of other graduates.</summary>
static class BoardBenchmark
{
    const int Placements = 10_000;
    const double PageLimit = 20;

    /// <param name="data">Folder of an embedded installation with the demo data that does not run now.</param>
    public static async Task RunAsync(TextWriter output, string data)
    {
        Fill(Path.Combine(data, "placements.db"));
        await using var host = await HostProcess.StartAsync(["--Talent:RateLimit", "0"], dataFolder: data);
        await EndpointBenchmark.QuietAsync(host.Id);
        using var office = await PagesBenchmark.SignedInAsync(host, "office");
        using var coordinator = await PagesBenchmark.SignedInAsync(host, "coordinator");
        foreach (var (client, path, notes) in new[]
        {
            (office, "/api/v1/placements/board", "what the page asks"), (office, "/en/office/board", "all colleges"),
            (coordinator, "/en/coordinator/board", "one college"), (office, "/en/office/placements?overdue=true&sort=due", ""),
            (office, "/en/today", ""),
        })
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"{path}, {Placements:N0} placements");
            var timing = await Timing.OfAsync(what, PagesBenchmark.Warm, 300, async _ =>
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            });
            output.WriteLine(timing.Row(PageLimit, notes));
        }
    }

    static void Fill(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var columns = Columns(connection);
        Number(connection, "UPDATE change_counter SET last = last + 1 RETURNING last");
        for (var round = 1; Number(connection, "SELECT count(*) FROM placements") is var count and < Placements; round++)
        {
            // Each goes to the graduate so many places further on; who has that application already is left out.
            var told = Number(connection, $"""
                INSERT OR IGNORE INTO placements ({string.Join(", ", columns)})
                SELECT {string.Join(", ", columns.Select(Told))} FROM placements p
                JOIN known_graduates g ON g.rowid = (p.rowid * 7 + {round * 131}) % (SELECT max(rowid) FROM known_graduates) + 1
                LIMIT {Placements - count};
                SELECT changes()
                """);
            if (told == 0)
                throw new InvalidOperationException($"There are only {count} placements to measure with.");
        }
        transaction.Commit();
    }

    static string Told(string column) => column switch
    {
        "id" => "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8'"
            + " || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))",
        "change" => "(SELECT last FROM change_counter)",
        "graduate_id" => "g.id",
        "college_id" => "g.college_id",
        _ => "p." + column,
    };

    static List<string> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('placements')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
