namespace Talent.Taxonomy;
