// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf_content.h"

#include "core/model/state.h"
#include "ui/export/read_pdf.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QXmlStreamReader>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace theta {
namespace {

constexpr qsizetype largest_content = 64 << 20, largest_attachment = 4 << 20, largest_table = 1 << 20;
constexpr std::size_t most_pages = 500;

QRegularExpression pattern(const char* text) { return QRegularExpression(QString::fromLatin1(text)); }

/// The numbers in all that a pattern finds in an object.
std::vector<int> numbers_in(const QByteArray& text, const QRegularExpression& reference) {
  std::vector<int> numbers;
  for (auto each = reference.globalMatch(QString::fromLatin1(text)); each.hasNext();)
    numbers.push_back(each.next().captured(1).toInt());
  return numbers;
}

/// What follows a key: a list in brackets, or one thing.
QByteArray value_after(const QByteArray& text, const char* key) {
  const QRegularExpression value(QStringLiteral("/%1\\s*(\\[[^\\]]*\\]|[^/>]*)").arg(QLatin1String(key)));
  return value.match(QString::fromLatin1(text)).captured(1).toLatin1();
}

std::vector<int> references_after(const QByteArray& text, const char* key) {
  static const QRegularExpression reference = pattern("(\\d{1,9})\\s+\\d+\\s+R");
  return numbers_in(value_after(text, key), reference);
}

const PdfObject* object_of(const PdfObjects& objects, int number) {
  const auto found = objects.find(number);
  return found == objects.end() ? nullptr : &found->second;
}

/// A number in sixteen digits, as a font's table writes signs: UTF-16, two bytes each.
QString signs_of(const QString& hexadecimal) {
  QStringDecoder decode(QStringDecoder::Utf16BE);
  return decode(QByteArray::fromHex(hexadecimal.toLatin1()));
}

using Signs = std::map<int, QString>;  ///< by a font's number for them

void add_range(Signs& signs, const QRegularExpressionMatch& range) {
  static const QRegularExpression hexadecimal = pattern("<([0-9A-Fa-f]*)>");
  const int low = range.captured(1).toInt(nullptr, 16), high = range.captured(2).toInt(nullptr, 16);
  if (high < low || high > 0xffff) return;
  if (range.captured(3).startsWith(QLatin1Char('['))) {
    int number = low;
    for (auto each = hexadecimal.globalMatch(range.captured(3)); each.hasNext() && number <= high; ++number)
      signs[number] = signs_of(each.next().captured(1));
    return;
  }
  const int first = range.captured(3).mid(1, 4).toInt(nullptr, 16);
  for (int number = low; number <= high; ++number) signs[number] = QChar(first + number - low);
}

/// The signs a font's ToUnicode table gives.
Signs signs_in(const QByteArray& table) {
  static const QRegularExpression range =
      pattern("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*(\\[[^\\]]*\\]|<[0-9A-Fa-f]{4}>)");
  Signs signs;
  for (auto each = range.globalMatch(QString::fromLatin1(table)); each.hasNext();)
    add_range(signs, each.next());
  return signs;
}

/// The signs of each font, by the name that pages call it.
std::map<QString, Signs> fonts_of(const PdfObjects& objects) {
  static const QRegularExpression named = pattern("/(F\\d{1,9})\\s+(\\d{1,9})\\s+\\d+\\s+R");
  std::map<QString, Signs> fonts;
  for (const auto& [number, object] : objects) {
    for (auto each = named.globalMatch(QString::fromLatin1(object.text)); each.hasNext();) {
      const QRegularExpressionMatch match = each.next();
      const PdfObject* font = object_of(objects, match.captured(2).toInt());
      if (!font || !is_of_type(*font, "/Font")) continue;
      for (const int table : references_after(font->text, "ToUnicode")) {
        const PdfObject* found = object_of(objects, table);
        const auto content = found ? content_of(*found, largest_table) : std::nullopt;
        if (content) fonts.try_emplace(match.captured(1), signs_in(*content));
      }
    }
  }
  return fonts;
}

/// The words that a line sets with a font.
QString words_on(const QByteArray& line, const Signs& signs) {
  static const QRegularExpression shown = pattern("<([0-9A-Fa-f]+)>\\s*Tj");
  QString words;
  for (auto each = shown.globalMatch(QString::fromLatin1(line)); each.hasNext();) {
    const QString numbers = each.next().captured(1);
    for (qsizetype at = 0; at + 4 <= numbers.size(); at += 4) {
      const auto sign = signs.find(numbers.mid(at, 4).toInt(nullptr, 16));
      words += sign == signs.end() ? QString(QChar::ReplacementCharacter) : sign->second;
    }
  }
  return words;
}

/// Where words are set and how, whatever numbers their font gives them.
QByteArray without_signs(const QByteArray& line) {
  static const QRegularExpression signs = pattern("<[0-9A-Fa-f]+>");
  return QString::fromLatin1(line).remove(signs).toLatin1();
}

/// The steps of a page's content. All that stands between BT and ET is one run of words.
std::vector<PdfPage::Step> steps_of(const QByteArray& content, const std::map<QString, Signs>& fonts) {
  static const QRegularExpression chosen = pattern("/(F\\d+)\\s");
  std::vector<PdfPage::Step> steps;
  std::optional<QString> words;
  Signs signs;
  for (const QByteArray& raw : content.split('\n')) {
    const QByteArray line = raw.trimmed();
    if (line == "BT") {
      words.emplace();
    } else if (line == "ET" && words) {
      steps.push_back({{}, words->simplified()});
      words.reset();
    } else if (words) {
      const QRegularExpressionMatch font = chosen.match(QString::fromLatin1(line));
      if (const auto found = fonts.find(font.captured(1)); font.hasMatch())
        signs = found == fonts.end() ? Signs() : found->second;
      *words += words_on(line, signs);
      steps.push_back({without_signs(line)});
    } else if (!line.isEmpty()) {
      steps.push_back({line});
    }
  }
  return steps;
}

/// Of the corners' four numbers.
QSizeF size_in(const QByteArray& box) {
  static const QRegularExpression number = pattern("-?[0-9.]+");
  std::vector<double> numbers;
  for (auto each = number.globalMatch(QString::fromLatin1(box)); each.hasNext() && numbers.size() < 4;)
    numbers.push_back(each.next().captured().toDouble());
  if (numbers.size() < 4) return {};
  return {numbers[2] - numbers[0], numbers[3] - numbers[1]};
}

PdfPage page_of(const PdfObjects& objects, const PdfObject& page, const std::map<QString, Signs>& fonts) {
  PdfPage found{.size = size_in(value_after(page.text, "MediaBox")), .steps = {}};
  QByteArray content;
  for (const int number : references_after(page.text, "Contents")) {
    const PdfObject* part = object_of(objects, number);
    if (const auto bytes = part ? content_of(*part, largest_content) : std::nullopt) content += *bytes + '\n';
  }
  found.steps = steps_of(content, fonts);
  return found;
}

/// The pages below a node of their tree, in its order.
void add_pages(std::vector<const PdfObject*>& pages, std::set<int>& seen, const PdfObjects& objects,
               int node) {
  const PdfObject* object = object_of(objects, node);
  if (!object || pages.size() >= most_pages || !seen.insert(node).second || seen.size() > 2 * most_pages)
    return;
  if (is_of_type(*object, "/Page")) pages.push_back(object);
  if (!is_of_type(*object, "/Pages")) return;
  for (const int kid : references_after(object->text, "Kids")) add_pages(pages, seen, objects, kid);
}

std::vector<const PdfObject*> pages_in_order(const PdfObjects& objects) {
  std::vector<const PdfObject*> pages;
  std::set<int> seen;
  for (const auto& [number, object] : objects) {
    if (!is_of_type(object, "/Catalog")) continue;
    for (const int root : references_after(object.text, "Pages")) add_pages(pages, seen, objects, root);
  }
  return pages;
}

/// A string's bytes, which stand in parentheses or as hexadecimal digits, as words.
QString words_in(const QByteArray& string) {
  QByteArray bytes;
  if (string.startsWith('<')) {
    bytes = QByteArray::fromHex(string);
  } else {
    for (qsizetype at = 1; at + 1 < string.size(); ++at) {
      if (string[at] == '\\' && at + 2 < string.size()) {
        const QByteArray octal = string.mid(at + 1, 3);
        bool is_number = false;
        const int code = octal.toInt(&is_number, 8);
        if (is_number && octal.size() == 3) {
          bytes += static_cast<char>(code);
          at += 3;
          continue;
        }
        ++at;
        const auto named = std::string_view("nrtbf").find(string[at]);
        bytes += named == std::string_view::npos ? string[at] : "\n\r\t\b\f"[named];
        continue;
      }
      bytes += string[at];
    }
  }
  if (!bytes.startsWith("\xFE\xFF")) return QString::fromLatin1(bytes);
  QStringDecoder decode(QStringDecoder::Utf16BE);
  return decode(bytes.mid(2));
}

/// Title, Creator, … of the file.
void add_information(std::map<QString, QString>& facts, const QByteArray& pdf, const PdfObjects& objects) {
  static const QRegularExpression named =
      pattern("/([A-Za-z]+)\\s*(\\((?s:[^\\\\()]|\\\\.)*+\\)|<[0-9A-Fa-f\\s]*>)");
  static const QRegularExpression reference = pattern("^/Info\\s+(\\d{1,9})\\s");
  const QString trailer = QString::fromLatin1(pdf.mid(pdf.lastIndexOf("/Info"), 40));
  const PdfObject* object = object_of(objects, reference.match(trailer).captured(1).toInt());
  if (!object) return;
  for (auto each = named.globalMatch(QString::fromLatin1(object->text)); each.hasNext();) {
    const QRegularExpressionMatch match = each.next();
    facts[match.captured(1)] = words_in(match.captured(2).toLatin1());
  }
}

/// What catalogues read: title and description.
void add_metadata(std::map<QString, QString>& facts, const QByteArray& metadata) {
  QXmlStreamReader xml(metadata);
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const QString name = xml.name().toString();
    if (xml.namespaceUri() == QLatin1String("http://purl.org/dc/elements/1.1/"))
      facts[QStringLiteral("its metadata's ") + name] =
          xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
  }
}

QString family_of(const QByteArray& font) {
  static const QRegularExpression name = pattern("/BaseFont\\s*/([^\\s/<>\\[\\]()]+)");
  return name.match(QString::fromLatin1(font)).captured(1).section(QLatin1Char('+'), -1);
}

}  // namespace

QStringList PdfPage::words() const {
  QStringList all;
  for (const Step& step : steps)
    if (!step.words.isEmpty()) all.push_back(step.words);
  return all;
}

PdfContent pdf_content(const QByteArray& pdf) {
  const PdfObjects objects = read_pdf(pdf);
  PdfContent content;
  add_information(content.facts, pdf, objects);
  for (const auto& [number, object] : objects) {
    if (is_of_type(object, "/EmbeddedFile") && content.state.isEmpty()) {
      const QByteArray attached = content_of(object, largest_attachment).value_or(QByteArray());
      if (looks_like_state({attached.constData(), static_cast<std::size_t>(attached.size())}))
        content.state = attached;
    }
    if (is_of_type(object, "/Metadata"))
      add_metadata(content.facts, content_of(object, largest_attachment).value_or(QByteArray()));
    if (is_of_type(object, "/Font") && object.text.contains("/BaseFont"))
      content.fonts.push_back(family_of(object.text));
    if (object.stream && object.text.contains("/Image"))
      content.pictures.push_back(content_of(object, largest_content).value_or(*object.stream));
  }
  content.fonts.removeDuplicates();
  content.fonts.sort();
  std::ranges::sort(content.pictures);  // their numbers may be others
  const std::map<QString, Signs> fonts = fonts_of(objects);
  for (const PdfObject* page : pages_in_order(objects))
    content.pages.push_back(page_of(objects, *page, fonts));
  return content;
}

}  // namespace theta
