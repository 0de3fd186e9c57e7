using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Talent.Platform.Intake;

namespace Talent.Graduates.Features.Cv;

/// <summary>Reads a CV whose format is told by what the file holds, not by its name.</summary>
static class CvFile
{
    /// <summary>Largest file taken, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    const int DeepestXml = 40;
    const int DeepestJson = 16;

    /// <exception cref="IntakeException">The file is no CV in one of the formats, damaged, or nested too
    /// deep.</exception>
    public static CvDraft Read(byte[] content, string fileName)
    {
        var text = TextDecoding.Decode(content).TrimStart();
        return text switch
        {
            ['{', ..] => JsonResumeReader.Read(Json(text, fileName)).Finish(),
            ['<', ..] => OfXml(content, text, fileName).Finish(),
            _ => throw new IntakeException(IntakeErrors.NotACv(fileName)),
        };
    }

    static JsonElement Json(string text, string fileName)
    {
        var options = new JsonDocumentOptions
        {
            MaxDepth = DeepestJson, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip,
        };
        try
        {
            using var document = JsonDocument.Parse(text, options);
            return JsonResumeReader.IsOne(document.RootElement)
                ? document.RootElement.Clone()
                : throw new IntakeException(IntakeErrors.NotACv(fileName));
        }
        catch (JsonException error)
        {
            // The parser says that it went too deep in words only.
            throw new IntakeException(Depth(text) > DeepestJson ? IntakeErrors.TooDeep(DeepestJson) : IntakeErrors.NotReadable(
                $"JSON {(error.LineNumber ?? 0) + 1}:{(error.BytePositionInLine ?? 0) + 1}"), error);
        }
    }

    static int Depth(string json)
    {
        var (depth, deepest) = (0, 0);
        foreach (var sign in json)
        {
            depth += sign is '{' or '[' ? 1 : sign is '}' or ']' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    static CvDraft OfXml(byte[] content, string text, string fileName)
    {
        var root = Xml(content, text);
        return (root.Name.LocalName, root.Element(root.Name.Namespace + "LearnerInfo")) switch
        {
            ("Candidate", _) => CandidateReader.Read(root),
            ("SkillsPassport" or "Europass", { } learner) => SkillsPassportReader.Read(learner),
            _ => throw new IntakeException(IntakeErrors.NotACv(fileName)),
        };
    }

    static XElement Xml(byte[] content, string text)
    {
        // Refused before the parser sees it, whose answer to it is the same as to any other damage.
        if (text.Contains("<!DOCTYPE", StringComparison.Ordinal) || text.Contains("<!ENTITY", StringComparison.Ordinal))
            throw new IntakeException(IntakeErrors.DocumentType());
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 2 * MostBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using (var reader = XmlReader.Create(new MemoryStream(content, writable: false), settings))
                RefuseDepth(reader);
            using var again = XmlReader.Create(new MemoryStream(content, writable: false), settings);
            return XDocument.Load(again).Root!;
        }
        catch (Exception error) when (error is XmlException or DecoderFallbackException or ArgumentException)
        {
            var place = error is XmlException xml ? $"XML {xml.LineNumber}:{xml.LinePosition}" : "XML";
            throw new IntakeException(IntakeErrors.NotReadable(place), error);
        }
    }

    // Apart from reading into memory, and before it: a tree that deep could not even be let go of safely.
    static void RefuseDepth(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > DeepestXml)
                throw new IntakeException(IntakeErrors.TooDeep(DeepestXml));
        }
    }
}
