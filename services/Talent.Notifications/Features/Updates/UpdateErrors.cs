using System.Globalization;
using Talent.Notifications.Texts;
using Talent.Platform.Http;

namespace Talent.Notifications.Features.Updates;

static class UpdateErrors
{
    public static FieldProblem OutOfRange(string path, long? value, long min, long max) => new(
        path, "number-out-of-range", NotificationTexts.Of("number-out-of-range", path, Plain(value ?? 0), Plain(min), Plain(max)));

    static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
