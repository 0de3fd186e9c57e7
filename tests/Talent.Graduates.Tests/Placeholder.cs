namespace Talent.Graduates.Tests;
