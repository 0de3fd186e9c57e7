using System.Text.Json.Serialization;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;

namespace Talent.Matching.Search;

/// <summary>How documents are written into the index; inside the process only.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(JobNeed))]
[JsonSerializable(typeof(Graduate))]
sealed partial class IndexJson : JsonSerializerContext;
