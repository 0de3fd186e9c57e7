using System.Globalization;
using System.Text;

namespace Talent.Taxonomy.Text;

/// <summary>
/// Receives folded code points with their place in the original text and writes tokens. A state machine rather than a
/// splitter, because one original character may fold to several (㎏ → kg) or to none.
/// </summary>
internal ref struct Tokenizer(List<Token> tokens, bool keepStopWords, Span<char> buffer)
{
    internal const int LongestTerm = 64;

    private enum Kind : byte { Separator, Letter, Digit, Ideograph, SouthEastAsian }

    private readonly Span<char> _buffer = buffer;
    private Kind _run; // Letter stands for a word of letters and digits
    private int _length;
    private int _start;
    private int _end;
    private int _firstDigit; // index in the buffer where letters turn to digits, or -1
    private int _firstDigitStart;
    private bool _lettersThenDigits;
    private int _pluses;
    private int _plusEnd;
    private int _dot = -1; // original offset of a full stop directly before the word
    private bool _apostropheBefore;
    private int _previous; // bigrams: the code point before, and how many the run has had
    private int _previousStart;
    private int _runLength;

    internal void Feed(int c, int start, int end)
    {
        var kind = Classify(c);
        if (_pluses > 0 && c != '+') Flush(false);
        if (kind is Kind.Letter or Kind.Digit) FeedWord(c, kind, start, end);
        else if (kind == Kind.Separator) FeedSeparator(c, start, end);
        else FeedBigram(c, kind, start, end);
    }

    /// <summary>Takes a whole run of ASCII letters, folding it on the way; returns the offset after it.</summary>
    internal int FeedAsciiLetters(string text, int start)
    {
        if (_pluses > 0) Flush(false);
        FeedWord(text[start] | 0x20, Kind.Letter, start, start + 1);
        var i = start + 1;
        for (; i < text.Length && char.IsAsciiLetter(text[i]); i++)
            if (_length < LongestTerm) _buffer[_length++] = (char)(text[i] | 0x20);
        _end = i;
        return i;
    }

    /// <summary>A combining breve: и + breve is й written in two characters; elsewhere it is dropped.</summary>
    internal void FeedBreve(int end)
    {
        if (_run == Kind.Letter && _pluses == 0 && _length > 0 && _buffer[_length - 1] == 'и') _buffer[_length - 1] = 'й';
        Extend(end);
    }

    /// <summary>A character without a folded form of its own belongs to the word before it.</summary>
    internal void Extend(int end)
    {
        if (_run == Kind.Letter && _pluses == 0) _end = end;
    }

    internal void Finish() => Flush(false);

    private void FeedWord(int c, Kind kind, int start, int end)
    {
        if (_run != Kind.Letter)
        {
            if (_run != Kind.Separator) Flush(false); // otherwise it would forget the full stop or apostrophe just read
            _run = Kind.Letter;
            _start = start;
            _firstDigit = -1;
            _lettersThenDigits = kind == Kind.Letter;
        }
        else if (kind == Kind.Digit && _firstDigit < 0)
        {
            _firstDigit = _length;
            _firstDigitStart = start;
        }
        else if (kind == Kind.Letter && _firstDigit >= 0)
        {
            _lettersThenDigits = false;
        }

        _end = end;
        if (_length >= LongestTerm) return;
        if (c < 0x10000) _buffer[_length++] = (char)c;
        else _length += new Rune(c).EncodeToUtf16(_buffer[_length..]);
    }

    private void FeedSeparator(int c, int start, int end)
    {
        if (_run == Kind.Letter && c == '+' && _length < LongestTerm - 1)
        {
            _plusEnd = end;
            if (++_pluses < 2) return;
            _buffer[_length++] = '+';
            _buffer[_length++] = '+';
            _end = _plusEnd;
        }
        else if (_run == Kind.Letter && c == '#' && _length == 1 && _buffer[0] is 'c' or 'f')
        {
            _buffer[_length++] = '#';
            _end = end;
        }

        Flush(c == '\'');
        if (c == '.') _dot = start;
        _apostropheBefore = c == '\'';
    }

    private void FeedBigram(int c, Kind kind, int start, int end)
    {
        var breaks = c <= char.MaxValue && !keepStopWords && StopWords.HanBreaks.Contains((char)c);
        if (_run != kind || breaks) Flush(false);
        if (breaks) return;
        _run = kind;
        if (_runLength > 0) AddBigram(_previous, c, _previousStart, end);
        _previous = c;
        _previousStart = start;
        _end = end;
        _runLength++;
    }

    private readonly void AddBigram(int first, int second, int start, int end)
    {
        Span<char> pair = stackalloc char[4];
        var length = Encode(first, pair);
        if (second != 0) length += Encode(second, pair[length..]);
        tokens.Add(new Token(new string(pair[..length]), start, end - start));
    }

    private static int Encode(int c, Span<char> target)
    {
        if (c >= 0x10000) return new Rune(c).EncodeToUtf16(target);
        target[0] = (char)c;
        return 1;
    }

    private void Flush(bool apostropheAfter)
    {
        if (_run == Kind.Letter) FlushWord(apostropheAfter);
        else if (_runLength == 1) AddBigram(_previous, 0, _previousStart, _end);
        _run = Kind.Separator;
        _length = 0;
        _pluses = 0;
        _runLength = 0;
        _dot = -1;
        _apostropheBefore = false;
    }

    private readonly void FlushWord(bool apostropheAfter)
    {
        var word = _buffer[.._length];
        if (!keepStopWords)
        {
            if (apostropheAfter && StopWords.IsElided(word)) return;
            if (_apostropheBefore && StopWords.IsContraction(word)) return;
            if (StopWords.Contains(word)) return;
        }

        if (_dot >= 0 && word is "net")
        {
            tokens.Add(new Token(".net", _dot, _end - _dot));
        }
        else if (_lettersThenDigits && _firstDigit >= 2 && _length - _firstDigit >= 3)
        {
            tokens.Add(new Token(new string(word[.._firstDigit]), _start, Math.Max(1, _firstDigitStart - _start)));
            tokens.Add(new Token(new string(word[_firstDigit..]), _firstDigitStart, _end - _firstDigitStart));
        }
        else
        {
            tokens.Add(new Token(new string(LightStemmer.Stem(word)), _start, _end - _start));
        }
    }

    private static Kind Classify(int c)
    {
        if (c < 128)
        {
            if (char.IsAsciiLetterLower((char)c)) return Kind.Letter;
            return char.IsAsciiDigit((char)c) ? Kind.Digit : Kind.Separator;
        }

        if (c is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or 0x3005 or 0x3007) return Kind.Ideograph;
        if (CharacterFolding.IsSupplementaryHan(c)) return Kind.Ideograph;
        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        var letter = category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        if (!letter) return category == UnicodeCategory.DecimalDigitNumber ? Kind.Digit : Kind.Separator;
        return c switch
        {
            >= 0x3040 and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0xF900 and <= 0xFAFF => Kind.Ideograph,
            >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF => Kind.SouthEastAsian,
            _ => Kind.Letter,
        };
    }
}
