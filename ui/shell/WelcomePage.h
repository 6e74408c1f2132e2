// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace huiyin {

// What the window shows while no case file is open.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void reload(); // the recent files

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void fileRequested(const QString &path);
    void restoreRequested();
    void sampleRequested(const QString &name);

private:
    QVBoxLayout *m_recent;
    QWidget *m_recentPart;
};

} // namespace huiyin
