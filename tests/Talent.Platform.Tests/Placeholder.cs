namespace Talent.Platform.Tests;
