// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words.h"

#include "core/model/tex.h"

#include <QCoreApplication>

namespace theta {
std::string translated(const Text& text) {
  return fill(text, [](const std::string& english) {
    return QCoreApplication::translate("theta", english.c_str()).toStdString();
  });
}

QString rich(const Text& text) { return QString::fromStdString(rich_text(translated(text))); }

QString plain(const Text& text) { return QString::fromStdString(plain_text(translated(text))); }

QString spoken(const Text& text) { return QString::fromStdString(words(translated(text))); }

QString rich_symbol(const std::string& tex) { return QString::fromStdString(rich_text("$" + tex + "$")); }

QString spoken_name(const Text& label, const std::string& symbol) {
  if (symbol.empty()) return spoken(label);
  return spoken(label) + QStringLiteral(", ") + QString::fromStdString(words("$" + symbol + "$"));
}

}  // namespace theta
