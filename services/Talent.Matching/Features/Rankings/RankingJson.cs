using System.Text.Json;
using System.Text.Json.Serialization;
using Talent.Contracts.Matching;

namespace Talent.Matching.Features.Rankings;

/// <summary>Writes rankings by code made at build time: a page of twenty reasons is some 100 kB.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(RankedPage<RankedGraduate>))]
[JsonSerializable(typeof(RankedPage<RankedJob>))]
sealed partial class RankingJson : JsonSerializerContext;
