using Talent.Benchmarks;

// Each benchmark prints its own table; `--only NAME` runs one of them.
var benchmarks = new Dictionary<string, Func<TextWriter, Task>>(StringComparer.Ordinal)
{
    ["import"] = ImportBenchmark.RunAsync,
    ["ranking"] = output =>
    {
        RankingBenchmark.Run(output);
        return Task.CompletedTask;
    },
    ["search"] = SearchBenchmark.RunAsync,
    ["endpoint"] = EndpointBenchmark.RunAsync,
    ["pages"] = PagesBenchmark.RunAsync,
    ["live"] = LiveBenchmark.RunAsync,
};

var only = Array.IndexOf(args, "--only");
var names = only >= 0 && only + 1 < args.Length ? args[(only + 1)..(only + 2)] : [.. benchmarks.Keys];
foreach (var name in names)
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        await Console.Error.WriteLineAsync($"There is no benchmark '{name}'; there are: {string.Join(", ", benchmarks.Keys)}.");
        return 2;
    }

    await run(Console.Out);
    Console.WriteLine();
}

return 0;
