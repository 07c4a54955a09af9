// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/complain.h"

#include <QString>

#include <iostream>

namespace theta {

std::string in_one_line(const std::string& message) {
  QString words = QString::fromStdString(message);
  for (QChar& sign : words)
    if (sign.category() == QChar::Other_Control) sign = QLatin1Char(' ');
  return words.toStdString();
}

void complain(const std::string& message) { std::cerr << "thetalab: " << in_one_line(message) << std::endl; }

}  // namespace theta
