namespace Talent.Architecture.Tests;
