namespace Talent.Taxonomy.Tests;
