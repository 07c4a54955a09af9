// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/warn_of_crowding.h"

#include "app/complain.h"
#include "core/model/tex.h"
#include "ui/export/preflight.h"

namespace theta {

void warn_of_crowding(const Figure& figure, const AskedSheet& asked, FileFormat format) {
  for (const PreflightItem& item : warnings(figure, asked.for_figure(figure), format, asked.venue))
    complain(plain_words(item.finding) + (item.mend.empty() ? "" : " " + plain_words(item.mend) + "."));
}

}  // namespace theta
