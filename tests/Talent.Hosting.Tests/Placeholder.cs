namespace Talent.Hosting.Tests;
