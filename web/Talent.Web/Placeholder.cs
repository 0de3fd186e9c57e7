namespace Talent.Web;
