namespace Talent.Web.Tests;
