// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf_difference.h"

#include "app/pdf_content.h"
#include "app/text_difference.h"
#include "core/model/counted.h"
#include "core/model/json_difference.h"
#include "core/model/json_text.h"
#include "core/model/length.h"
#include "core/model/problem.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace theta {
namespace {

std::string excerpt_of(const QString& words) { return excerpt(words.toStdString(), 0); }

std::string instead(const std::string& is, const std::string& should) { return is + " instead of " + should; }

/// Both from shortly before where they part.
std::string words_instead(const QString& is, const QString& should) {
  const std::string one = is.toStdString(), other = should.toStdString();
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
  return instead(excerpt(one, at), excerpt(other, at));
}

std::string size_of(const QSizeF& points) {
  const auto millimetres = [](double side) { return std::round(side * typographic_point * 1000) / 1000; };
  return fill(say("{} × {} mm", millimetres(points.width()), millimetres(points.height())));
}

std::string page_name(std::size_t page, std::size_t pages) {
  return pages == 1 ? std::string() : fill(say("on page {} ", page + 1));
}

/// Lists of findings, in the order in which a reader asks for them.
class Findings {
 public:
  Findings(const PdfContent& is, const PdfContent& should) : is_(is), should_(should) {}

  std::string all() {
    compare_pages();
    compare_facts();
    compare_fonts();
    compare_states();
    for (std::size_t i = 0; i < std::min(is_.pages.size(), should_.pages.size()); ++i) compare_page(i);
    if (is_.pictures != should_.pictures) add("a picture within the drawing differs");
    return all_.empty() ? "the content is the same, it is written otherwise" : all_;
  }

 private:
  void add(const std::string& finding) { all_ += (all_.empty() ? "" : "; ") + finding; }

  void compare_pages() {
    const auto pages = [](const PdfContent& content) {
      return fill(counted(content.pages.size(), "{} page", "{} pages"));
    };
    if (is_.pages.size() != should_.pages.size()) add(instead(pages(is_), pages(should_)));
  }

  void compare_facts() {
    for (const auto& [name, words] : should_.facts) {
      const auto found = is_.facts.find(name);
      if (found == is_.facts.end())
        add(name.toStdString() + " is missing");
      else if (found->second != words)
        add(name.toStdString() + " is " + words_instead(found->second, words));
    }
    for (const auto& [name, words] : is_.facts)
      if (!should_.facts.contains(name))
        add(name.toStdString() + " " + excerpt_of(words) + " does not belong there");
  }

  void compare_fonts() {
    const auto names = [](const PdfContent& content) {
      return content.fonts.join(QStringLiteral(", ")).toStdString();
    };
    if (is_.fonts != should_.fonts) add("the fonts are " + instead(names(is_), names(should_)));
  }

  void compare_states() {
    if (is_.state == should_.state) return;
    const auto read = [](const QByteArray& state) {
      return parse_ordered_json(state.toStdString(), "state", say("a state"));
    };
    try {
      const std::string place = json_difference(read(is_.state), read(should_.state));
      if (!place.empty()) add("the state differs at " + place);
    } catch (const InputError& error) {
      add(error.what());
    }
  }

  void compare_page(std::size_t number) {
    const PdfPage &is = is_.pages[number], &should = should_.pages[number];
    const std::string on_page = page_name(number, should_.pages.size());
    if (size_of(is.size) != size_of(should.size))
      add("the page " + on_page + "is " + instead(size_of(is.size), size_of(should.size)));
    const QStringList words = is.words(), other = should.words();
    if (words != other)
      add("the words " + on_page + words_that_differ(words, other));
    else if (is.steps != should.steps)
      add("the drawing " + on_page + step_that_differs(is, should));
  }

  static std::string words_that_differ(const QStringList& is, const QStringList& should) {
    const auto [here, there] = std::ranges::mismatch(is, should);
    if (here == is.end()) return excerpt_of(*there) + " are missing";
    if (there == should.end()) return excerpt_of(*here) + " do not belong there";
    return "are " + words_instead(*here, *there);
  }

  static std::string step_that_differs(const PdfPage& is, const PdfPage& should) {
    const auto [here, there] = std::ranges::mismatch(is.steps, should.steps);
    const auto words = [](const auto& step, const auto& end) {
      return step == end ? std::string("its end") : excerpt_of(QString::fromLatin1(step->line));
    };
    std::string place;
    for (auto step = there; step != should.steps.begin() && place.empty();)
      if (!(--step)->words.isEmpty()) place = "after the words " + excerpt_of(step->words) + " ";
    return "differs " + place + "in " +
           instead(words(here, is.steps.end()), words(there, should.steps.end()));
  }

  const PdfContent &is_, &should_;
  std::string all_;
};

}  // namespace

std::string pdf_difference(const std::string& is, const std::string& should) {
  const PdfContent before = pdf_content(QByteArray::fromStdString(is)),
                   after = pdf_content(QByteArray::fromStdString(should));
  if (before.pages.empty()) return "no page can be read in it";
  return Findings(before, after).all();
}

}  // namespace theta
