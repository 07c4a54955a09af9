// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/read_pdf.h"

#include "ui/export/inflate.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace theta {
namespace {

constexpr std::size_t most_objects = 20'000;
constexpr qsizetype longest_text = 1 << 20;
constexpr std::size_t most_object_streams = 16;
constexpr qsizetype largest_object_stream = 4 << 20, longest_head = 1 << 16;

bool is_space(char c) { return std::string_view(" \t\r\n\f\0", 6).find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

qsizetype after_spaces(const QByteArray& pdf, qsizetype at) {
  while (at < pdf.size() && is_space(pdf[at])) ++at;
  return at;
}

/// The number of the object whose `obj` stands there, with its generation before it; 0 where none does.
int number_before(const QByteArray& pdf, qsizetype obj) {
  qsizetype at = obj;
  const auto back_over = [&](auto&& is_so) {
    const qsizetype before = at;
    while (at > 0 && before - at < 10 && is_so(pdf[at - 1])) --at;
    return at < before;
  };
  if (!back_over(is_space) || !back_over(is_digit) || !back_over(is_space)) return 0;
  const qsizetype end = at;
  return back_over(is_digit) ? pdf.mid(at, end - at).toInt() : 0;
}

/// Behind the string in parentheses that begins there.
qsizetype string_end(const QByteArray& pdf, qsizetype at, qsizetype limit) {
  int open = 0;
  for (; at < limit; ++at) {
    if (pdf[at] == '\\')
      ++at;
    else if (pdf[at] == '(')
      ++open;
    else if (pdf[at] == ')' && --open == 0)
      return at + 1;
  }
  return limit;
}

/// Behind the dictionary that begins there, or the limit where it does not end before.
qsizetype dictionary_end(const QByteArray& pdf, qsizetype at, qsizetype limit) {
  const auto two = [&](char c) { return at + 1 < limit && pdf[at] == c && pdf[at + 1] == c; };
  int depth = 0;
  while (at < limit) {
    if (pdf[at] == '(') {
      at = string_end(pdf, at, limit);
    } else if (two('<')) {
      ++depth;
      at += 2;
    } else if (two('>')) {
      --depth;
      at += 2;
      if (depth == 0) return at;
    } else {
      ++at;
    }
  }
  return limit;
}

/// How long a dictionary says its stream is, where the number itself stands there.
qsizetype length_in(const QByteArray& dictionary) {
  static const QRegularExpression length(QStringLiteral("/Length\\s+(\\d{1,10})(?!\\d|\\s+\\d+\\s+R)"));
  const QRegularExpressionMatch match = length.match(QString::fromLatin1(dictionary));
  return match.hasMatch() ? match.captured(1).toLongLong() : -1;
}

/// The stream whose keyword stands there; none where it has no end.
std::optional<QByteArray> stream_at(const QByteArray& pdf, qsizetype keyword, const QByteArray& dictionary) {
  qsizetype begin = keyword + 6;
  if (begin < pdf.size() && pdf[begin] == '\r') ++begin;
  if (begin < pdf.size() && pdf[begin] == '\n') ++begin;
  const qsizetype length = length_in(dictionary);
  if (length >= 0 && length <= pdf.size() - begin) {
    const qsizetype end = after_spaces(pdf, begin + length);
    if (QByteArrayView(pdf).sliced(end).startsWith("endstream")) return pdf.mid(begin, length);
  }
  qsizetype end = pdf.indexOf("endstream", begin);
  if (end < 0) return {};
  if (end > begin && pdf[end - 1] == '\n') --end;
  if (end > begin && pdf[end - 1] == '\r') --end;
  return pdf.mid(begin, end - begin);
}

/// The object that begins there, and where what follows it begins.
std::pair<PdfObject, qsizetype> object_at(const QByteArray& pdf, qsizetype from) {
  const qsizetype begin = after_spaces(pdf, from), limit = std::min(pdf.size(), begin + longest_text);
  if (!QByteArrayView(pdf).sliced(begin).startsWith("<<")) {
    const qsizetype end = QByteArrayView(pdf).sliced(begin, limit - begin).indexOf("endobj");
    const qsizetype length = end < 0 ? limit - begin : end;
    return {{pdf.mid(begin, length)}, begin + length};
  }
  const qsizetype end = dictionary_end(pdf, begin, limit), keyword = after_spaces(pdf, end);
  PdfObject object{pdf.mid(begin, end - begin)};
  if (!QByteArrayView(pdf).sliced(keyword).startsWith("stream")) return {object, end};
  object.stream = stream_at(pdf, keyword, object.text);
  return {object, object.stream ? keyword + object.stream->size() : pdf.size()};
}

/// Numbers and places, then the objects themselves.
void add_packed(PdfObjects& objects, const PdfObject& stream) {
  static const QRegularExpression first(QStringLiteral("/First\\s+(\\d{1,9})"));
  const std::optional<QByteArray> content = content_of(stream, largest_object_stream);
  const QRegularExpressionMatch match = first.match(QString::fromLatin1(stream.text));
  if (!content || !match.hasMatch()) return;
  const qsizetype begin = match.captured(1).toLongLong();
  if (begin > std::min(content->size(), longest_head)) return;
  const QList<QByteArray> head = content->left(begin).simplified().split(' ');
  for (qsizetype i = 0; i + 1 < head.size() && objects.size() < most_objects; i += 2) {
    const int number = head[i].toInt();
    const qsizetype from = begin + head[i + 1].toUInt(),
                    to = i + 3 < head.size() ? begin + head[i + 3].toUInt() : content->size();
    if (number > 0 && from <= to && to - from <= longest_text)
      objects.try_emplace(number, PdfObject{content->mid(from, to - from)});
  }
}

}  // namespace

PdfObjects read_pdf(const QByteArray& pdf) {
  PdfObjects objects;
  for (qsizetype at = pdf.indexOf("obj"); at >= 0 && objects.size() < most_objects;
       at = pdf.indexOf("obj", at)) {
    const int number = number_before(pdf, at);
    at += 3;
    if (number == 0) continue;
    auto [object, behind] = object_at(pdf, at);
    objects.insert_or_assign(number, std::move(object));
    at = behind;
  }
  std::vector<int> packed;
  for (const auto& [number, object] : objects)
    if (is_of_type(object, "/ObjStm")) packed.push_back(number);
  std::ranges::reverse(packed);  // later ones are updates
  if (packed.size() > most_object_streams) packed.resize(most_object_streams);
  for (const int number : packed) add_packed(objects, PdfObject(objects.at(number)));
  return objects;
}

std::optional<QByteArray> content_of(const PdfObject& object, qsizetype largest) {
  static const QRegularExpression flate(QStringLiteral("/Filter\\s*\\[?\\s*/FlateDecode\\s*(\\]|/|>|$)"));
  if (!object.stream) return {};
  if (!object.text.contains("/Filter")) {
    if (object.stream->size() > largest) return {};
    return object.stream;
  }
  if (object.text.contains("/DecodeParms") || !flate.match(QString::fromLatin1(object.text)).hasMatch())
    return {};
  return inflated(*object.stream, largest);
}

bool is_of_type(const PdfObject& object, const QByteArray& type) {
  for (qsizetype at = object.text.indexOf("/Type"); at >= 0; at = object.text.indexOf("/Type", at + 1)) {
    const QByteArrayView rest = QByteArrayView(object.text).sliced(after_spaces(object.text, at + 5));
    if (!rest.startsWith(type)) continue;
    const char next = rest.size() > type.size() ? rest[type.size()] : ' ';
    if (is_space(next) || std::string_view("/<>[]()").find(next) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace theta
