// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace theta {

/// A page as a person sees it, and what draws it.
struct PdfPage {
  struct Step {
    QByteArray line;     ///< of the page's content; empty for words
    QString words = {};  ///< a run of them
    bool operator==(const Step&) const = default;
  };
  QSizeF size;  ///< in points
  std::vector<Step> steps;

  QStringList words() const;
};

/// What a PDF says and shows, as far as the figures of Thetalab need it, however it is packed.
struct PdfContent {
  std::map<QString, QString> facts;  ///< Title, Creator, …, and what its metadata say
  QByteArray state;
  QStringList fonts;  ///< by name, without what marks a subset
  std::vector<PdfPage> pages;
  std::vector<QByteArray> pictures;
};

/// Untrusted: what is too large, packed otherwise or damaged is left out.
PdfContent pdf_content(const QByteArray& pdf);

}  // namespace theta
