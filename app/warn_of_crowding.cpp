// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/warn_of_crowding.h"

#include "app/complain.h"
#include "core/model/tex.h"
#include "ui/export/preflight.h"

namespace theta {

void warn_of_crowding(const Figure& figure, const AskedSheet& asked, FileFormat format,
                      bool panels_can_be_chosen, const std::string& where) {
  const Sheet sheet = asked.for_figure(figure);
  for (const PreflightItem& item : warnings(figure, sheet, format, asked.venue, panels_can_be_chosen))
    complain(where + plain_words(item.finding) +
             (item.mend.empty() ? "" : " " + plain_words(item.mend) + "."));
}

}  // namespace theta
