namespace Talent.Matching.Tests;
