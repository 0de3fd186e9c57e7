namespace Talent.Browser.Tests;
