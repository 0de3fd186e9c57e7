namespace Talent.Compliance.Tests;
