namespace Talent.Web.Resources;

/// <summary>Marks the resource files that hold every text of the pages.</summary>
internal sealed class Texts;
