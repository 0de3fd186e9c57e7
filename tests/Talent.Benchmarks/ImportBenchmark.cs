using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Data.Sqlite;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Benchmarks;

/// <summary>How fast a file of job needs is taken in, beside the bare insert of the same documents into SQLite.</summary>
static class ImportBenchmark
{
    const int Rows = 10_000;
    static readonly string[] Skills = ["PLC编程", "机器人焊接", "数控加工", "电气布线", "光伏安装", "质量检验", "Python", "滴灌"];

    public static async Task RunAsync(TextWriter output)
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(["--empty", "--Talent:RateLimit", "0"], dataFolder: folder.FullPath);
        using var client = Callers.Client(host.Address, folder.FullPath, Callers.Employer(Guid.CreateVersion7()));
        var file = File(Rows);
        var first = await ImportAsync(client, file);
        var again = await ImportAsync(client, file);
        var needs = await NeedsAsync(client, 1000);
        var bare = BareInsert(folder["bare.db"], needs);
        output.WriteLine("| import of job needs | rows | seconds | rows/s | part of the bare insert's rate | notes |");
        output.WriteLine("|---|---|---|---|---|---|");
        Report(output, "GB18030 CSV, all new", first, bare);
        Report(output, "the same file again", again, bare);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| bare insert of the documents | {Rows} | {Rows / bare:0.00} | {bare:0} | 1.00 | prepared statement, 250 rows a commit, synchronous=FULL |"));
    }

    static void Report(TextWriter output, string what, (ImportReport Report, TimeSpan Took) run, double bare)
    {
        var rate = run.Report.Total / run.Took.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {run.Report.Total} | {run.Took.TotalSeconds:0.00} | {rate:0} | {rate / bare:0.00} | " +
            $"accepted {run.Report.Accepted}, unchanged {run.Report.Unchanged}, rejected {run.Report.Rejected} |"));
    }

    static async Task<(ImportReport Report, TimeSpan Took)> ImportAsync(HttpClient client, byte[] file)
    {
        var from = Stopwatch.GetTimestamp();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "needs.csv" } };
        using var answer = await client.PostAsync(new Uri("/api/v1/jobs/imports", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        var report = (await answer.Content.ReadFromJsonAsync<ImportReport>())!;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (report.State is "queued" or "running")
        {
            await pause.WaitForNextTickAsync();
            report = (await client.GetFromJsonAsync<ImportReport>($"/api/v1/jobs/imports/{report.Id}"))!;
        }
        return (report, Stopwatch.GetElapsedTime(from));
    }

    static async Task<List<JobNeed>> NeedsAsync(HttpClient client, int count)
    {
        var needs = new List<JobNeed>();
        for (string? after = null; needs.Count < count;)
        {
            var page = (await client.GetFromJsonAsync<Page<JobNeed>>($"/api/v1/jobs?mine=true&limit=100&after={after}"))!;
            needs.AddRange(page.Items);
            after = page.Next;
        }
        return needs;
    }

    /// <summary>Rows a second of nothing but inserting the finished documents.</summary>
    static double BareInsert(string path, List<JobNeed> needs)
    {
        var documents = needs.ConvertAll(need => System.Text.Json.JsonSerializer.Serialize(need));
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE needs (id TEXT PRIMARY KEY, need TEXT)");
        var from = Stopwatch.GetTimestamp();
        for (var start = 0; start < Rows; start += 250)
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO needs (id, need) VALUES ($id, $need)";
            var id = insert.Parameters.Add("$id", SqliteType.Text);
            var need = insert.Parameters.Add("$need", SqliteType.Text);
            for (var row = start; row < start + 250; row++)
            {
                id.Value = Guid.CreateVersion7().ToString();
                need.Value = documents[row % documents.Count];
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        return Rows / Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static byte[] File(int rows)
    {
        var text = new StringBuilder("编号,职位名称,职位描述,语言要求,技能要求,国家,城市,工作方式,合同类型,招聘人数,最低薪资,最高薪资,币种,截止日期\r\n");
        var closes = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var row = 0; row < rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"J-{row},技术员 {row},\"负责设备安装、调试与维护，第 {row} 组。\",zh:HSK3;en:B1,")
                .Append(CultureInfo.InvariantCulture, $"{Skills[row % 8]}:3!;{Skills[(row + 3) % 8]}:2,马来西亚,槟城,现场,固定期限,")
                .Append(CultureInfo.InvariantCulture, $"{1 + (row % 9)},{3000 + (row % 50)},{4500 + (row % 50)},MYR,{closes}\r\n");
        }
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text.ToString());
    }
}
