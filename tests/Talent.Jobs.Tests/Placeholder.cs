namespace Talent.Jobs.Tests;
